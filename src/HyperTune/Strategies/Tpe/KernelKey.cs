namespace HyperTune.Strategies.Tpe;

/// <summary>Tells numeric kernels apart.</summary>
internal static class KernelKey
{
    /// <summary>A hash of 16 bits.</summary>
    /// <param name="mean">The kernel's mean.</param>
    /// <param name="inverse">sqrt(1/2) over its bandwidth.</param>
    public static uint Hash(float mean, float inverse)
        => ((BitConverter.SingleToUInt32Bits(mean) * 0x9E3779B1u) ^ (BitConverter.SingleToUInt32Bits(inverse) * 0x85EBCA77u)) >> 16;
}
