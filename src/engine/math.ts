/**
 * The engine's own natural logarithm and exponential.
 *
 * `Math.log` and `Math.exp` differ in the last bit between browsers, so a run that used them would not be the same run
 * everywhere. Here only + - * / and comparisons work on doubles; IEEE 754 fixes their results to the last bit.
 *
 * The method, the coefficients and the error bound (under 1 ulp) are those of fdlibm's e_log.c and e_exp.c:
 *
 *   Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved.
 *   Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 *   preserved.
 *
 * The bits of a double are read through typed arrays over one buffer, low word first: little endian, as are all
 * machines on which today's browsers run.
 */

const asDouble = new Float64Array(1);
const asWords = new Int32Array(asDouble.buffer);

/** ln 2 in two parts: the high part has its last 32 bits zero, so its product with any exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_OVER_LN2 = Math.LOG2E;

/** Powers of two by exponent + 1074, from the smallest denormal (2^-1074) to the largest power of two (2^1023). */
const SMALLEST_EXPONENT = -1074;
const LARGEST_EXPONENT = 1023;
const powersOfTwo = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
powersOfTwo[-SMALLEST_EXPONENT] = 1;
for (let e = 1; e <= LARGEST_EXPONENT; e++) powersOfTwo[e - SMALLEST_EXPONENT] = powerOfTwo(e - 1) * 2;
for (let e = -1; e >= SMALLEST_EXPONENT; e--) powersOfTwo[e - SMALLEST_EXPONENT] = powerOfTwo(e + 1) / 2;

/** 2^exponent, exactly, for exponents from -1074 to 1023. */
function powerOfTwo(exponent: number): number {
  return powersOfTwo[exponent - SMALLEST_EXPONENT] as number;
}

const SMALLEST_NORMAL = 2.2250738585072014e-308; // 2^-1022
const TWO_TO_54 = 18014398509481984;

// Coefficients of R(z), where ln(1+f) = 2s + s*R(s*s) and s = f/(2+f); fdlibm's Lg1 … Lg7.
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** The natural logarithm of `x`, within 1 ulp. `ln(0)` is -Infinity, `ln` of a negative number NaN. */
export function ln(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) {
    if (x === 0) return Number.NEGATIVE_INFINITY;
    return x > 0 ? x : Number.NaN;
  }

  // x = 2^k * m with m from about sqrt(1/2) to sqrt(2); 0x95f64 carries mantissas above sqrt(2) into the exponent.
  let scaled = x;
  let k = -1023;
  if (x < SMALLEST_NORMAL) {
    scaled = x * TWO_TO_54;
    k -= 54;
  }
  asDouble[0] = scaled;
  const carried = (asWords[1] as number) + 0x95f64;
  const scaledExponent = (carried >> 20) - 1023;
  k += carried >> 20;
  const f = scaled * powerOfTwo(-scaledExponent) - 1;

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const even = w * (L2 + w * (L4 + w * L6));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + (odd + even)) + k * LN2_LOW) - f);
}

/** Above this `exp` overflows (ln of the largest double). */
const EXP_OVERFLOW = 709.782712893384;
/** Below this `exp` underflows to zero (ln of half the smallest denormal). */
const EXP_UNDERFLOW = -745.1332191019411;
/** Half of ln 2: arguments up to here need no reduction. */
const HALF_LN2 = 0.34657359027997264;

// Coefficients of r*(exp(r)+1)/(exp(r)-1) - 2 in r*r; fdlibm's P1 … P5.
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

/** e to the power `x`, within 1 ulp. `exp(Infinity)` is Infinity, `exp(-Infinity)` is 0. */
export function exp(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x < EXP_UNDERFLOW) return 0;

  // x = k ln 2 + (high - low), the rest at most half of ln 2 either way.
  let k = 0;
  let high = x;
  let low = 0;
  if (x > HALF_LN2 || x < -HALF_LN2) {
    k = (ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
  }
  const r = high - low;
  const z = r * r;
  const c = r - z * (P1 + z * (P2 + z * (P3 + z * (P4 + z * P5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);

  if (k > LARGEST_EXPONENT) return y * 2 * powerOfTwo(LARGEST_EXPONENT);
  if (k >= -1022) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 54) * powerOfTwo(-54); // a denormal: rounded once, by the last product
}
