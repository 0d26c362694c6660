/** Example: one state of a component, drawn on the style-guide page and read by the component's tests. */
import type { VNode } from 'preact';

export interface Example {
  /** What state it is: "Có lỗi", "Chưa có số liệu". */
  readonly state: string;
  readonly show: VNode;
}
