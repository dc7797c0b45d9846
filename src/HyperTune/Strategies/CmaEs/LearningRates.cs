using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Strategies.CmaEs;

/// <summary>Learning rates of mean and covariance that fall where the updates are mostly noise. Never changed, only followed by others.</summary>
/// <remarks>
/// Reference: M. Nomura, Y. Akimoto and I. Ono, "CMA-ES with learning rate adaptation: can CMA-ES with default population size solve multimodal and noisy
/// problems?", GECCO 2023 (arXiv 2304.03473), whose equation numbers these are.
/// </remarks>
internal sealed class LearningRates
{
    // alpha, beta_m, beta_Sigma and gamma of section 3.4.
    private const double WantedRatio = 1.4;
    private const double MeanMemory = 0.1;
    private const double CovarianceMemory = 0.03;
    private const double FastestChange = 0.1;

    private readonly Estimate _ofMean;
    private readonly Estimate _ofCovariance;

    public LearningRates(int dimensions)
        : this(new Estimate(new double[dimensions], 0, 1), new Estimate(new double[dimensions * dimensions], 0, 1))
    {
    }

    private LearningRates(Estimate ofMean, Estimate ofCovariance) => (_ofMean, _ofCovariance) = (ofMean, ofCovariance);

    /// <summary>eta_m.</summary>
    public double Mean => _ofMean.Rate;

    /// <summary>eta_Sigma.</summary>
    public double Covariance => _ofCovariance.Rate;

    /// <summary>Shortens the way from one distribution to the next.</summary>
    /// <param name="before">The distribution before a generation; its covariance is a full one.</param>
    /// <param name="proposed">What CMA-ES makes of it.</param>
    public CmaGaussian Damp(CmaGaussian before, CmaGaussian proposed)
    {
        int d = before.Mean.Length;
        var old = (FullCovariance)before.Covariance;
        Matrix<double> axes = Matrix<double>.Build.Dense(d, d, (j, k) => old.Axis(k)[j]);
        Matrix<double> inverse = Matrix<double>.Build.Dense(d, d, (j, k) => old.Axis(k)[j] / (before.Step * old.Deviations[k])) * axes.Transpose();
        Matrix<double> sigmaBefore = Dense(old.Matrix, d) * (before.Step * before.Step);
        Matrix<double> change = (Dense(((FullCovariance)proposed.Covariance).Matrix, d) * (proposed.Step * proposed.Step)) - sigmaBefore;
        double[] move = [.. proposed.Mean.Zip(before.Mean, static (a, b) => a - b)];

        Estimate ofMean = _ofMean.Next((inverse * Vector<double>.Build.Dense(move)).AsArray(), MeanMemory);                                  // (10)
        Estimate ofCovariance = _ofCovariance.Next((inverse * change * inverse / Math.Sqrt(2)).AsColumnMajorArray(), CovarianceMemory);      // (11)
        Matrix<double> sigma = sigmaBefore + (ofCovariance.Rate * change);                                                                   // (7)
        double[] mean = [.. before.Mean.Zip(move, (start, way) => start + (ofMean.Rate * way))];                                             // (6)

        // The step size is the part of the covariance that its determinant says; a smaller rate of the mean asks for larger steps (equation 25).
        double logDeterminant = sigma.Evd(Symmetricity.Symmetric).EigenValues.Sum(static value => Math.Log(Math.Max(value.Real, double.Epsilon)));
        double step = Math.Exp(logDeterminant / (2 * d));
        var covariance = new FullCovariance((sigma / (step * step)).ToRowMajorArray());
        return new CmaGaussian
        {
            Constants = proposed.Constants,
            Mean = mean,
            Step = step * _ofMean.Rate / ofMean.Rate,
            Covariance = covariance,
            StepPath = proposed.StepPath,
            CovariancePath = proposed.CovariancePath,
            Generation = proposed.Generation,
            Rates = new LearningRates(ofMean, ofCovariance),
        };
    }

    private static Matrix<double> Dense(ReadOnlySpan<double> symmetric, int d) => Matrix<double>.Build.Dense(d, d, symmetric.ToArray());

    /// <summary>The moving averages of an update in its own coordinates and of its squared length, and the learning rate they lead to.</summary>
    private sealed record Estimate(double[] Average, double Square, double Rate)
    {
        public Estimate Next(double[] update, double memory)
        {
            double[] average = [.. Average.Zip(update, (old, value) => ((1 - memory) * old) + (memory * value))];
            double square = ((1 - memory) * Square) + (memory * update.Sum(static value => value * value));
            double averageSquare = average.Sum(static value => value * value);
            double noise = square - averageSquare;
            double ratio = noise > 0 ? (averageSquare - (memory / (2 - memory) * square)) / noise : 0;                                       // (17)
            double change = Math.Clamp((ratio / (WantedRatio * Rate)) - 1, -1, 1);
            return new Estimate(average, square, Math.Min(1, Rate * Math.Exp(Math.Min(FastestChange * Rate, memory) * change)));             // (22)
        }
    }
}
