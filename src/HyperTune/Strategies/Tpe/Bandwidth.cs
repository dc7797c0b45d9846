namespace HyperTune.Strategies.Tpe;

/// <summary>The rule for the width of a numeric kernel.</summary>
/// <param name="Factor">What the larger gap to a neighbour is multiplied with.</param>
/// <param name="Minimum">The smallest bandwidth; the largest one is the whole range, 1.</param>
internal readonly record struct Bandwidth(double Factor, double Minimum)
{
    /// <summary>The bandwidth of a kernel between its neighbours; the kernel's own mean stands for a missing one, and the ends of the range are none.</summary>
    public double Of(double left, double mean, double right)
        => Math.Clamp(Factor * Math.Max(mean - left, right - mean), Minimum, 1);
}
