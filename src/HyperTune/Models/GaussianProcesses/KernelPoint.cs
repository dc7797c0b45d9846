using System.Runtime.Intrinsics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>A single point prepared for one kernel (see <see cref="KernelInputs"/>).</summary>
internal sealed class KernelPoint(int dimension)
{
    /// <summary>The coordinates.</summary>
    public double[] Coordinates { get; } = new double[dimension];

    /// <summary>exp(-c x) of each numeric coordinate.</summary>
    public double[] Decays { get; } = new double[dimension];

    /// <summary>exp(c x) of each numeric coordinate.</summary>
    public double[] Growths { get; } = new double[dimension];

    /// <summary>Takes a point over.</summary>
    public void Set(AdditiveMaternKernel kernel, ReadOnlySpan<double> coordinates)
    {
        coordinates.CopyTo(Coordinates);
        for (int k = 0; k < kernel.NumericCount; k++)
        {
            Decays[k] = kernel.Decay(k, Vector256.Create(coordinates[k]))[0];
            Growths[k] = 1 / Decays[k];
        }
    }
}
