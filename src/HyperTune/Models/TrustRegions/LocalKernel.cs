namespace HyperTune.Models.TrustRegions;

/// <summary>
/// How much two points of a trust region have in common beyond a linear function: K(z, z') = joint phi(z.z') + (1 - joint) sum_j phi(z_j z'_j) with
/// phi(t) = t^2/2 + c t^3/6 + c^2 t^4/24. The least norm that a kernel with c = 0 and only the joint part measures is that of the Hessian, as in M. J. D. Powell,
/// "The NEWUOA software for unconstrained optimization without derivatives", 2006.
/// </summary>
/// <param name="joint">The share of the joint part, in [0, 1]; the rest treats the coordinates one by one.</param>
/// <param name="curve">c: how much of the third and fourth order there is.</param>
internal readonly struct LocalKernel(double joint, double curve)
{
    /// <summary>The covariance of two points.</summary>
    public double Evaluate(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double product = 0;
        double separate = 0;
        for (int j = 0; j < left.Length; j++)
        {
            double t = left[j] * right[j];
            product += t;
            separate += Phi(t);
        }

        return (joint * Phi(product)) + ((1 - joint) * separate);
    }

    /// <summary>Adds a multiple of the gradient of <see cref="Evaluate"/> by the first point.</summary>
    public void AddGradient(double factor, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> gradient)
    {
        double product = 0;
        for (int j = 0; j < left.Length; j++)
        {
            product += left[j] * right[j];
        }

        double shared = joint * PhiSlope(product);
        for (int j = 0; j < left.Length; j++)
        {
            gradient[j] += factor * right[j] * (shared + ((1 - joint) * PhiSlope(left[j] * right[j])));
        }
    }

    private double Phi(double t) => t * t * (0.5 + (curve * t * ((1.0 / 6) + (curve * t / 24))));

    private double PhiSlope(double t) => t * (1 + (curve * t * (0.5 + (curve * t / 6))));
}
