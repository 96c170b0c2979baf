/** A part as it is written: packed piece by piece, so that a large sheet never stands in memory as a whole. */
import { encodeXstring } from './xml';
import { crc32, DEFLATED, joinedBytes, pack, type Deflate, type Packer, type ZipEntry } from './zip';

const FIRST_ROOM = 1 << 16;
/** What is packed at a time. Smaller pieces pack a little worse. */
const PIECE = 1 << 23;

/** By character code: what stands in a file as it is, whatever follows. */
const IS_PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code >= 0x20 && !'&<>"_'.includes(String.fromCharCode(code)) ? 1 : 0,
);

export class PartWriter {
  private room = new Uint8Array(FIRST_ROOM);
  private used = 0;
  private size = 0;
  private crc = 0;
  private packer: Packer | null = null;
  private readonly packed: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();

  constructor(
    private readonly name: string,
    private readonly deflate: Deflate,
  ) {}

  /** Marks and numbers: characters up to U+007F, written as they are. */
  ascii(text: string): void {
    const at = this.placeFor(text.length);
    const { room } = this;
    for (let i = 0; i < text.length; i += 1) room[at + i] = text.charCodeAt(i);
    this.used = at + text.length;
  }

  /** A cell's text, as `encodeXstring` spells it. */
  xstring(text: string): void {
    const at = this.placeFor(text.length);
    const { room } = this;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > 0x7f || IS_PLAIN[code] === 0) {
        this.text(encodeXstring(text));
        return;
      }
      room[at + i] = code;
    }
    this.used = at + text.length;
  }

  /** Written as it is, in UTF-8. */
  text(text: string): void {
    this.bytes(this.encoder.encode(text));
  }

  bytes(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      const at = this.placeFor(piece.length);
      this.room.set(piece, at);
      this.used = at + piece.length;
    }
  }

  end(): ZipEntry {
    const last = this.room.subarray(0, this.used);
    if (this.packed.length === 0) return pack(this.name, last, this.deflate);
    this.packPiece(true);
    return { name: this.name, method: DEFLATED, crc: this.crc, size: this.size, packed: joinedBytes(this.packed) };
  }

  /** Where the next bytes go, with room for so many. */
  private placeFor(count: number): number {
    if (this.used + count > this.room.length) this.makeRoom(count);
    return this.used;
  }

  private makeRoom(count: number): void {
    if (this.used + count > PIECE) this.packPiece(false);
    if (this.used + count <= this.room.length) return;
    const wider = new Uint8Array(Math.min(PIECE, Math.max(this.room.length * 2, this.used + count)));
    wider.set(this.room.subarray(0, this.used));
    this.room = wider;
  }

  private packPiece(isLast: boolean): void {
    const piece = this.room.subarray(0, this.used);
    this.packer ??= this.deflate(2);
    this.packed.push(this.packer(piece, isLast));
    this.crc = crc32(piece, this.crc);
    this.size += piece.length;
    this.used = 0;
  }
}
