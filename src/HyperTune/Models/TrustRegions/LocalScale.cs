namespace HyperTune.Models.TrustRegions;

/// <summary>What a local model fits in place of the differences v to the best value: v itself, or their shifted root sqrt(v + c) - sqrt(c).</summary>
/// <param name="root">sqrt(c); <see langword="null"/> for v itself.</param>
internal readonly struct LocalScale(double? root)
{
    /// <summary>The differences themselves.</summary>
    public static LocalScale Plain => default;

    /// <summary>The root of the differences, of which those much below <paramref name="shift"/> stay in proportion.</summary>
    /// <param name="shift">c, above 0.</param>
    public static LocalScale Root(double shift) => new(Math.Sqrt(shift));

    /// <summary>The output that stands for a difference; differences below -c count as -c.</summary>
    public double Apply(double difference) => root is { } r ? Math.Sqrt(Math.Max(0, difference + (r * r))) - r : difference;

    /// <summary>The difference that an output stands for; no less than -c.</summary>
    public double Invert(double output)
    {
        if (root is not { } r)
        {
            return output;
        }

        double size = Math.Max(0, output + r);
        return (size * size) - (r * r);
    }

    /// <summary>The derivative of <see cref="Invert"/>.</summary>
    public double SlopeAt(double output) => root is { } r ? 2 * Math.Max(0, output + r) : 1;

    /// <summary>By how much a difference is missed.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="missed">By how much its output is missed.</param>
    public double ErrorOf(double difference, double missed) => root is null ? missed : difference - Invert(Apply(difference) - missed);

    /// <summary>What outputs are multiplied by when differences are multiplied by <paramref name="factor"/> and the scale by <see cref="Times"/>.</summary>
    public double OutputFactor(double factor) => root is null ? factor : Math.Sqrt(factor);

    /// <summary>The scale of differences that are multiplied by <paramref name="factor"/>.</summary>
    public LocalScale Times(double factor) => new(root * Math.Sqrt(factor));
}
