namespace HyperTune.Benchmarks;

/// <summary>The hyperparameter fit of a study after some trials: the posterior to maximize and where searches for its maximum start.</summary>
internal sealed class FitData : IDifferentiableFunction
{
    private readonly LogPosterior _posterior;

    /// <summary>The fit after TPE has run on a problem: its trials gather at good ones, as those of every strategy that learns.</summary>
    public FitData(Problem problem, int trials, ulong seed)
    {
        var cube = new UnitCube(problem.Space);
        var points = new PointSet(cube.Dimensions.Length, trials);
        double[] values = new double[trials];
        double[] point = new double[cube.Dimensions.Length];
        double[] vector = new double[problem.Space.DimensionCount];
        StrategyRun run = Strategy.Tpe().Start(new StrategyContext { Space = problem.Space, Seed = seed, TrialBudget = trials });
        for (int number = 0; number < trials; number++)
        {
            run.TrySuggest(number, vector, CancellationToken.None);
            run.Announce(number, vector);
            values[number] = problem.Evaluate(vector);
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { values[number] } });
            cube.Encode(vector, point);
            points.Add(point);
        }

        double[] outputs = new double[trials];
        OutputTransform.Apply(OutputScale.Standardized, values, outputs);
        Prior = new HyperparameterPrior(points.Dimension);
        _posterior = new LogPosterior(points, cube.Numeric.Length, outputs, Prior);
        Settings = new LbfgsSettings
        {
            MaximumIterations = 50,
            GradientTolerance = 1e-2,
            RelativeDecrease = 1e-5,
            LargestStep = 2,
        };
    }

    public HyperparameterPrior Prior { get; }

    /// <summary>Those of studies up to 100 trials. Longer ones end a fit after 15 steps; but a step of one routine is not one of another.</summary>
    public LbfgsSettings Settings { get; }

    /// <summary>How often the function was evaluated.</summary>
    public int Evaluations { get; private set; }

    public double Evaluate(ReadOnlySpan<double> point)
    {
        Evaluations++;
        return _posterior.Evaluate(point);
    }

    public void WriteGradient(Span<double> gradient) => _posterior.WriteGradient(gradient);

    /// <summary>The lowest value that a search reaches from either start.</summary>
    public double Fit(Func<FitData, double[], double> search) => Math.Min(search(this, [.. Prior.Start]), search(this, Prior.NoisyStart()));
}
