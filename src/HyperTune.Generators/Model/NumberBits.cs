using System;

namespace HyperTune.Generators.Model;

/// <summary>A number that equals another of the same bits only: 0.0 and -0.0 are equal as doubles, but not what is written for them.</summary>
/// <param name="Bits">The bits of the double.</param>
internal readonly record struct NumberBits(long Bits)
{
    public double Value => BitConverter.Int64BitsToDouble(Bits);

    public static NumberBits Of(double value) => new(BitConverter.DoubleToInt64Bits(value));
}
