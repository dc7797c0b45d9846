using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.CmaEs;

/// <summary>CMA-ES from generation to generation: the distribution, the margin of discrete coordinates, the categories, and restarts.</summary>
internal sealed class CmaEvolution : IEvolution<CmaState>
{
    private const ulong RestartSalt = 0x5C3A91E7D4B8602FUL;
    private const int MostWithCorrelations = 100;

    // With few trials, many small generations get farther than few large ones.
    private const int WantedGenerations = 40;
    private const int SmallestPopulation = 5;

    private readonly UnitCube _cube;
    private readonly CmaEsOptions _options;
    private readonly CmaSampler _sampler;
    private readonly ulong _seed;
    private readonly bool _hasValues;
    private readonly int _population;
    private readonly bool _isSeparable;
    private readonly Dictionary<int, CmaConstants> _constants = [];
    private readonly Dictionary<int, (CmaState State, double[] Sample)> _samples = [];

    public CmaEvolution(UnitCube cube, CmaEsOptions options, CmaSampler sampler, StrategyContext context)
    {
        _cube = cube;
        _options = options;
        _sampler = sampler;
        _seed = RandomStream.Mix(context.Seed ^ RestartSalt);
        _hasValues = context.ObjectiveCount == 1;
        _population = options.Population ?? PopulationFor(cube.Dimensions.Length, context.TrialBudget);
        _isSeparable = options.Separable ?? cube.Numeric.Length > MostWithCorrelations;
    }

    public CmaState Begin(ReadOnlySpan<RankedTrial> given)
    {
        CmaRegime regime = CmaRegime.First(_population, _options.InitialStep);
        double[] middle = [.. _cube.Numeric.Select(static dimension => (dimension.Low + dimension.High) / 2)];
        CmaState state = Start(regime, middle);
        RankedTrial[] ranked = [.. TrialRanking.Sorted(given).Where(static trial => trial.Standing.IsFeasible)];
        if (!_options.WarmStart || ranked.Length < _population || state.Gaussian is null)
        {
            return state;
        }

        (double[] mean, double step, ICovariance covariance) = WarmStart.From(ranked, middle.Length, _isSeparable);
        return WithMargins(state with { Gaussian = CmaGaussian.At(mean, step, covariance, state.Gaussian.Constants, state.Gaussian.Rates) });
    }

    public int SizeOf(CmaState state) => state.Regime.Population;

    /// <summary>Remembers what a trial was drawn from, so that it need not be drawn again.</summary>
    public void Remember(int trialNumber, CmaState state, ReadOnlySpan<double> sample)
    {
        // Those of trials that nobody tells about would pile up.
        if (_samples.Count > 4 * state.Regime.Population + 64)
        {
            _samples.Clear();
        }

        _samples[trialNumber] = (state, sample.ToArray());
    }

    public CmaState Next(CmaState state, ReadOnlySpan<RankedTrial> trials)
    {
        RankedTrial[] ranked = Selected(trials, state.Regime.Population);
        CmaRegime regime = state.Regime.After(ranked.Length);
        double best = ranked[0].Standing.IsFeasible ? ranked[0].Standing.Value : double.PositiveInfinity;
        int length = CmaStops.HistoryLength(_cube.Numeric.Length, regime.Population);
        double[] bests = [.. state.Bests.TakeLast(length - 1), best];
        CmaState next = state with { Regime = regime, Bests = bests, Generation = state.Generation + 1 };

        // Where all have failed, there is no direction to go.
        if (ranked[0].Standing.IsRanked)
        {
            next = WithMargins(next with { Gaussian = Moved(state, ranked), Categories = Learned(state, ranked) });
        }

        return _options.Restarts != CmaEsRestarts.None && CmaStops.IsDue(next, _hasValues) ? Restart(next.Regime) : next;
    }

    private static int PopulationFor(int dimensions, int? budget)
    {
        int usual = 4 + (int)(3 * Math.Log(Math.Max(1, dimensions)));
        return budget is { } trials ? Math.Clamp(trials / WantedGenerations, Math.Min(SmallestPopulation, usual), usual) : usual;
    }

    // Of what was given in between, the best one takes part where it is better than all of the strategy's own.
    private static RankedTrial[] Selected(ReadOnlySpan<RankedTrial> trials, int population)
    {
        RankedTrial[] ranked = TrialRanking.Sorted(trials);
        RankedTrial[] selected = [.. ranked.Where((trial, place) => place == 0 || !trial.IsGiven)];
        return selected[..population];
    }

    private CmaGaussian? Moved(CmaState state, RankedTrial[] ranked)
    {
        if (state.Gaussian is not { } gaussian)
        {
            return null;
        }

        int d = gaussian.Mean.Length;
        double[] samples = new double[ranked.Length * d];
        bool[] areOwn = new bool[ranked.Length];
        for (int i = 0; i < ranked.Length; i++)
        {
            areOwn[i] = Read(state, ranked[i], samples.AsSpan(i * d, d));
        }

        CmaGaussian next = gaussian.Next(samples, areOwn, WeightsOf(gaussian.Constants, ranked));

        // Where all values are equal the step size wanders; no deviation means anything beyond the ranges.
        double largest = next.Step * next.Covariance.Axes.Largest;
        return largest > 1 ? next.With(next.Mean, next.Step / largest) : next;
    }

    private bool Read(CmaState state, RankedTrial trial, Span<double> sample)
    {
        if (_samples.Remove(trial.Number, out (CmaState State, double[] Sample) drawn) && ReferenceEquals(drawn.State, state))
        {
            drawn.Sample.CopyTo(sample);
            return true;
        }

        return _sampler.Recall(state, trial, sample);
    }

    // Failed trials are all equally bad: each has the mean of their weights, so that their order means nothing.
    private static double[] WeightsOf(CmaConstants constants, RankedTrial[] ranked)
    {
        int failed = Array.FindIndex(ranked, static trial => !trial.Standing.IsRanked);
        if (failed < 0)
        {
            return constants.Weights;
        }

        double mean = constants.Weights.AsSpan(failed).ToArray().Average();
        double[] weights = [.. constants.Weights.Select((weight, place) => place < failed ? weight : Math.Min(0, mean))];
        double positive = weights.Where(static weight => weight > 0).Sum();
        return [.. weights.Select(weight => weight > 0 ? weight / positive : weight)];
    }

    private CategoryDistribution? Learned(CmaState state, RankedTrial[] ranked)
    {
        if (state.Categories is not { } categories)
        {
            return null;
        }

        double[] weights = [.. WeightsOf(ConstantsOf(ranked.Length), ranked).TakeWhile(static weight => weight > 0)];
        int rows = _cube.Categorical.Length;
        int[] samples = new int[weights.Length * rows];
        for (int i = 0; i < weights.Length; i++)
        {
            for (int row = 0; row < rows; row++)
            {
                double place = ranked[i].Point[_cube.Categorical[row].Index];
                samples[(i * rows) + row] = double.IsNaN(place) ? -1 : (int)place;
            }
        }

        return categories.Next(samples, weights);
    }

    private CmaState WithMargins(CmaState state)
    {
        if (state.Gaussian is not { } gaussian || !_cube.Numeric.Any(CmaMargin.Holds))
        {
            return state;
        }

        double margin = 1.0 / (_cube.Dimensions.Length * state.Regime.Population);
        double[] mean = [.. gaussian.Mean];
        double[] scales = [.. state.Scales];
        for (int j = 0; j < mean.Length; j++)
        {
            if (CmaMargin.Holds(_cube.Numeric[j]))
            {
                CmaMargin.Apply(_cube.Numeric[j], margin, gaussian.Deviation(j), ref mean[j], ref scales[j]);
            }
        }

        return state with { Gaussian = gaussian.With(mean, gaussian.Step), Scales = scales };
    }

    private CmaState Restart(CmaRegime ended)
    {
        var random = new RandomStream(_seed, (ulong)ended.Number);
        CmaRegime regime = ended.Following(_options.Restarts, _population, _options.InitialStep, ref random);
        double[] mean = new double[_cube.Numeric.Length];
        for (int j = 0; j < mean.Length; j++)
        {
            mean[j] = _cube.Numeric[j].CoordinateAt(random.NextUnit());
        }

        return Start(regime, mean);
    }

    private CmaState Start(CmaRegime regime, double[] mean)
    {
        int d = mean.Length;
        CmaGaussian? gaussian = null;
        if (d > 0)
        {
            ICovariance covariance = _isSeparable ? new DiagonalCovariance([.. Enumerable.Repeat(1.0, d)]) : FullCovariance.Identity(d);
            LearningRates? rates = _options.AdaptLearningRates && !_isSeparable ? new LearningRates(d) : null;
            gaussian = CmaGaussian.At(mean, regime.Step, covariance, ConstantsOf(regime.Population), rates);
        }

        CategoryDistribution? categories = _cube.Categorical.IsEmpty ? null : new CategoryDistribution(_cube.Categorical);
        return WithMargins(new CmaState(regime, gaussian, categories, [.. Enumerable.Repeat(1.0, d)], []));
    }

    private CmaConstants ConstantsOf(int population)
    {
        if (!_constants.TryGetValue(population, out CmaConstants? constants))
        {
            _constants[population] = constants = new CmaConstants(Math.Max(1, _cube.Numeric.Length), population, _isSeparable);
        }

        return constants;
    }
}
