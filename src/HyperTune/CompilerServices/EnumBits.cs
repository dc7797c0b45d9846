using System.Runtime.CompilerServices;

namespace HyperTune.CompilerServices;

/// <summary>The bits of enum values, without boxing them.</summary>
internal static class EnumBits
{
    /// <summary>The bits of a value.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static ulong Of<T>(T value)
        where T : struct, Enum
        => Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<T, byte>(value),
            2 => Unsafe.BitCast<T, ushort>(value),
            4 => Unsafe.BitCast<T, uint>(value),
            _ => Unsafe.BitCast<T, ulong>(value),
        };

    /// <summary>The value with the given bits.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static T To<T>(ulong bits)
        where T : struct, Enum
        => Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>((byte)bits),
            2 => Unsafe.BitCast<ushort, T>((ushort)bits),
            4 => Unsafe.BitCast<uint, T>((uint)bits),
            _ => Unsafe.BitCast<ulong, T>(bits),
        };
}
