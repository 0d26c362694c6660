/** What every slip needs beside its own data: who issues it, when, under which number, and how it is checked. */
import type { Instant } from '../../calendar/instant.ts';

export interface SlipContext {
  /** Moment of issue: dates the paper, and is the file's creation time. */
  readonly at: Instant;
  readonly office: SlipOffice;
  /** Running number of the office's slips of this kind, without the suffix. */
  readonly number?: string;
  /** Address of the public page and the code to type there. */
  readonly check?: { readonly url: string; readonly code: string };
  /** Simulated or demo data: the paper says so in red. */
  readonly simulated?: boolean;
}

/** Who issues the slip. */
export interface SlipOffice {
  /** Ủy ban nhân dân xã Tân Biên. */
  readonly agency: string;
  /** Trung tâm Phục vụ hành chính công; until 30 June 2025, Bộ phận Tiếp nhận và Trả kết quả. */
  readonly oneStop: string;
  /** Written before the date: Tân Biên. */
  readonly place: string;
}
