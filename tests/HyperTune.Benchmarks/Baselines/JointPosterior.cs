namespace HyperTune.Benchmarks;

/// <summary>The posterior of the hyperparameters of a joint kernel: that of the joint plus additive one with next to no additive variance.</summary>
internal sealed class JointPosterior : IDifferentiableFunction
{
    // Logarithms of the length scales, then of the signal's and the noise's variance, are free; the additive part keeps its first values.
    private const double AdditiveVariance = 1e-12;

    private static readonly LbfgsSettings Settings = new()
    {
        MaximumIterations = 50,
        GradientTolerance = 1e-2,
        RelativeDecrease = 1e-5,
        LargestStep = 2,
    };

    private readonly LogPosterior _posterior;
    private readonly double[] _full;
    private readonly double[] _fullGradient;
    private readonly int[] _free;
    private readonly double[] _start;
    private readonly double[] _lower;
    private readonly double[] _upper;

    public JointPosterior(PointSet points, int numericCount, ReadOnlySpan<double> outputs)
    {
        int dimension = points.Dimension;
        var prior = new HyperparameterPrior(dimension);
        _posterior = new LogPosterior(points, numericCount, outputs, prior);
        _full = [.. prior.Start];
        _fullGradient = new double[_full.Length];
        _full[(2 * dimension) + 1] = Math.Log(AdditiveVariance);
        _free = [.. Enumerable.Range(0, dimension), 2 * dimension, (2 * dimension) + 2];
        _start = Pick(prior.Start);
        _lower = Pick(prior.Lower);
        _upper = Pick(prior.Upper);
    }

    /// <summary>The logarithms with the highest density that a climb from <paramref name="start"/>, or the prior's own start, finds.</summary>
    public double[] Fit(double[]? start, CancellationToken cancellationToken)
    {
        double[] logarithms = [.. start ?? _start];
        new ProjectedLbfgs(logarithms.Length).Minimize(this, logarithms, _lower, _upper, Settings, cancellationToken);
        return logarithms;
    }

    public Hyperparameters Hyperparameters(ReadOnlySpan<double> logarithms)
    {
        Spread(logarithms);
        Hyperparameters fitted = Models.GaussianProcesses.Hyperparameters.FromLogarithms(_full);
        return new Hyperparameters
        {
            LengthScales = fitted.LengthScales,
            AdditiveLengthScales = fitted.AdditiveLengthScales,
            SignalVariance = fitted.SignalVariance,
            AdditiveVariance = 0,
            NoiseVariance = fitted.NoiseVariance,
        };
    }

    public double Evaluate(ReadOnlySpan<double> point)
    {
        Spread(point);
        return _posterior.Evaluate(_full);
    }

    public void WriteGradient(Span<double> gradient)
    {
        _posterior.WriteGradient(_fullGradient);
        Pick(_fullGradient).CopyTo(gradient);
    }

    private void Spread(ReadOnlySpan<double> logarithms)
    {
        for (int i = 0; i < _free.Length; i++)
        {
            _full[_free[i]] = logarithms[i];
        }
    }

    private double[] Pick(ReadOnlySpan<double> full)
    {
        var picked = new double[_free.Length];
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = full[_free[i]];
        }

        return picked;
    }
}
