/** Where a call is that plays: counted from the computer's clock, so that a slow page never makes it late. */
export class Clock {
  /** `held` says how far it may run for now: a voice that reads aloud may need longer than the turn lasted. */
  constructor(
    private readonly _begin: number,
    private readonly _end: number,
    private readonly _held: () => number
  ) {
    this._at = _begin;
  }

  get running(): boolean {
    return this._since !== null;
  }

  /** Seconds of the call. */
  get position(): number {
    if (this._since === null) {
      return this._at;
    }
    const now = performance.now();
    const reached = this._at + ((now - this._since) / 1000) * this._rate;
    const most = Math.min(this._end, this._held());
    if (reached > most) {
      // The time waited isn't made up for.
      this._at = Math.max(this._at, most);
      this._since = now;
      return this._at;
    }
    return reached;
  }

  get rate(): number {
    return this._rate;
  }
  set rate(rate: number) {
    this.position = this.position;
    this._rate = rate;
  }

  set position(seconds: number) {
    this._at = Math.min(this._end, Math.max(this._begin, seconds));
    this._since = this._since === null ? null : performance.now();
  }

  run(): void {
    this._since = performance.now();
  }

  stop(): void {
    this._at = this.position;
    this._since = null;
  }

  private _at: number;
  private _since: number | null = null;
  private _rate = 1;
}
