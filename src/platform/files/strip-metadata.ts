/** Takes out of a photo what it tells beside the picture: place, camera, time, author, earlier versions. */
import { fileFault, type FileFault } from './file-fault.ts';
import type { FileType } from './file-type.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

export type Stripping =
  | { readonly bytes: Uint8Array; readonly fault?: undefined }
  | { readonly fault: FileFault; readonly bytes?: undefined };

/** The picture itself is copied, never decoded: not a pixel changes. What is no photo is answered as it came. */
export function stripMetadata(bytes: Uint8Array, type: FileType): Stripping {
  const strip = type === 'jpeg' ? stripJpeg : type === 'png' ? stripPng : type === 'webp' ? stripWebp : undefined;
  if (!strip) return { bytes };
  const stripped = strip(bytes);
  return stripped ? { bytes: stripped } : { fault: fileFault('files.image-damaged') };
}
