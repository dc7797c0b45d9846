using System.Globalization;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.CmaEs;

/// <summary>CMA-ES at work in one study.</summary>
internal sealed class CmaEsRun : StrategyRun
{
    private const ulong DrawSalt = 0xB7E41D5590C2F8A3UL;

    private readonly UnitCube _cube;
    private readonly CmaSampler _sampler;
    private readonly CmaEvolution _evolution;
    private readonly Generations<CmaState> _generations;
    private readonly NewConfigs _configs;
    private readonly double[] _sample;
    private readonly double[] _point;
    private string? _explanation;

    public CmaEsRun(StrategyContext context, CmaEsOptions options)
    {
        _cube = new UnitCube(context.Space);
        _sampler = new CmaSampler(_cube, RandomStream.Mix(context.Seed ^ DrawSalt));
        _evolution = new CmaEvolution(_cube, options, _sampler, context);
        _generations = new Generations<CmaState>(_cube, _evolution, context.ObjectiveCount);
        _configs = new NewConfigs(_cube, context.Seed, options.StartWithDefault);
        _sample = new double[_cube.Numeric.Length];
        _point = new double[_cube.Dimensions.Length];
    }

    public override string? Explanation => _explanation;

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => _configs.Add(vector);

    public override void Tell(in TrialResult result)
    {
        _configs.Add(result.Vector.Span);
        _generations.Tell(in result);
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._cube.Space.DimensionCount];
        if (_configs.TryStart(vector))
        {
            _explanation = "the default config to start with";
            return true;
        }

        CmaState state = _generations.Current();
        RandomStream random = _sampler.StreamOf(trialNumber);
        for (int draw = 0; draw < CmaSampler.MostDraws; draw++)
        {
            _sampler.Draw(state, trialNumber, draw, ref random, _sample, _point);
            _cube.Decode(_point, vector);
            if (_configs.MayTry(vector))
            {
                _evolution.Remember(trialNumber, state, _sample);
                _explanation = Describe(state);
                return true;
            }
        }

        _explanation = "an untried config, at random";
        _configs.FillAnywhere(ref random, vector);
        return true;
    }

    private static string Describe(CmaState state)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"generation {state.Generation} since restart {state.Regime.Number}, {state.Regime.Population} trials each") + (state.Gaussian is { } gaussian
                ? string.Create(CultureInfo.InvariantCulture, $", step {gaussian.Step:G3}") : "");
}
