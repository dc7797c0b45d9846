namespace HyperTune.Benchmarks;

/// <summary>The plain Gaussian process at work in one study.</summary>
internal sealed class PlainGaussianProcessRun : StrategyRun
{
    private const ulong DesignSalt = 0x2E5B7A1C94D3F068UL;
    private const ulong ChoiceSalt = 0x7D1F3B59A2C6E840UL;
    private const int FewestStartTrials = 5;
    private const int MostStartTrials = 12;
    private const int PerturbedTrials = 3;

    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly UnitCube _cube;
    private readonly SobolDesign _design;
    private readonly TrialHistory _history = new();
    private readonly TriedConfigs _tried;
    private readonly AcquisitionMaximizer _maximizer;
    private readonly int _startTrials;
    private double[]? _fit;
    private double[] _outputs = [];

    public PlainGaussianProcessRun(StrategyContext context)
    {
        _space = context.Space;
        _seed = context.Seed;
        _cube = new UnitCube(context.Space);
        _design = new SobolDesign(_cube, RandomStream.Mix(context.Seed ^ DesignSalt));
        _tried = new TriedConfigs(_cube);
        _maximizer = new AcquisitionMaximizer(_cube, _tried, new UntriedConfigs(_cube, _tried));
        _startTrials = Math.Clamp(2 * _cube.Dimensions.Length, FewestStartTrials, MostStartTrials);
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _history.Announce(trialNumber, vector);
        _tried.Add(vector);
    }

    public override void Tell(in TrialResult result)
    {
        _history.Tell(result);
        _tried.Add(result.Vector.Span);
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        vector = vector[.._space.DimensionCount];
        ReadOnlySpan<Observation> trials = _history.Valued;
        if (_history.Count < _startTrials || trials.IsEmpty)
        {
            _design.Fill((uint)trialNumber, vector);
            return true;
        }

        GaussianProcess process = CreateProcess(trials, cancellationToken);
        Observation[] best = [.. trials.ToArray().OrderBy(static trial => trial.Value).Take(PerturbedTrials)];
        var acquisition = new AcquisitionFunction(process, new LogExpectedImprovement(_outputs.Min(), fantasies: null));
        ulong seed = RandomStream.Mix(_seed ^ ChoiceSalt) + (ulong)trialNumber;
        SearchRegion everywhere = SearchRegion.Everywhere(_cube);
        if (!_maximizer.TryMaximize(acquisition, everywhere, best, seed, vector, cancellationToken))
        {
            _design.Fill((uint)trialNumber, vector);
        }

        return true;
    }

    private GaussianProcess CreateProcess(ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
    {
        var points = new PointSet(_cube.Dimensions.Length, trials.Length);
        var values = new double[trials.Length];
        var point = new double[_cube.Dimensions.Length];
        for (int i = 0; i < trials.Length; i++)
        {
            ModelPoint.Encode(_cube, trials[i].Vector.Span, point);
            points.Add(point);
            values[i] = trials[i].Value;
        }

        _outputs = new double[trials.Length];
        OutputTransform.Apply(OutputScale.Standardized, values, _outputs);
        var posterior = new JointPosterior(points, _cube.Numeric.Length, _outputs);
        _fit = posterior.Fit(_fit, cancellationToken);
        var process = new GaussianProcess(new AdditiveMaternKernel(posterior.Hyperparameters(_fit), _cube.Numeric.Length), points);
        process.SetOutputs(_outputs);
        return process;
    }
}
