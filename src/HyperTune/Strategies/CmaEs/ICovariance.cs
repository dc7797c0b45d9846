namespace HyperTune.Strategies.CmaEs;

/// <summary>C, the covariance of a search distribution up to the step size. Never changed, only followed by another.</summary>
internal interface ICovariance
{
    /// <summary>The smallest and the largest standard deviation along a principal axis.</summary>
    (double Smallest, double Largest) Axes { get; }

    /// <summary>C_jj, the variance of a coordinate.</summary>
    double Variance(int coordinate);

    /// <summary>y = C^(1/2) z.</summary>
    void Shape(ReadOnlySpan<double> z, Span<double> y);

    /// <summary>C^(-1/2) y.</summary>
    void Whiten(ReadOnlySpan<double> y, Span<double> whitened);

    /// <summary>The covariance after a generation (equation 47): decay C + c_1 p_c p_c^T + c_mu sum w_i y_i y_i^T.</summary>
    /// <param name="decay">What remains of this one.</param>
    /// <param name="rankOne">c_1.</param>
    /// <param name="path">p_c.</param>
    /// <param name="rankMu">c_mu w_i of each sample, negative ones scaled as equation 46 says.</param>
    /// <param name="samples">y_i, row after row.</param>
    /// <param name="generationsPerBasis">After how many generations the principal axes are computed again.</param>
    ICovariance Next(double decay, double rankOne, ReadOnlySpan<double> path, ReadOnlySpan<double> rankMu, ReadOnlySpan<double> samples, int generationsPerBasis);
}
