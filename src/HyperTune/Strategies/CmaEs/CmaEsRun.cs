using System.Globalization;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.CmaEs;

/// <summary>CMA-ES at work in one study.</summary>
internal sealed class CmaEsRun : GenerationalRun<CmaState>
{
    private const ulong DrawSalt = 0xB7E41D5590C2F8A3UL;

    private readonly CmaSampler _sampler;
    private readonly CmaEvolution _evolution;
    private readonly double[] _sample;
    private readonly double[] _point;

    public CmaEsRun(StrategyContext context, CmaEsOptions options)
        : base(context, options.StartWithDefault, DrawSalt)
    {
        _sampler = new CmaSampler(Cube, Seed);
        _evolution = new CmaEvolution(Cube, options, _sampler, context);
        Generations = new Generations<CmaState>(Cube, _evolution, context.ObjectiveCount);
        _sample = new double[Cube.Numeric.Length];
        _point = new double[Cube.Dimensions.Length];
    }

    protected override Generations<CmaState> Generations { get; }

    protected override string? TryDraw(CmaState state, int trialNumber, ref RandomStream random, Span<double> vector)
    {
        for (int draw = 0; draw < CmaSampler.MostDraws; draw++)
        {
            _sampler.Draw(state, trialNumber, draw, ref random, _sample, _point);
            Cube.Decode(_point, vector);
            if (Configs.MayTry(vector))
            {
                _evolution.Remember(trialNumber, state, _sample);
                return Describe(state);
            }
        }

        return null;
    }

    private static string Describe(CmaState state)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"generation {state.Generation} since restart {state.Regime.Number}, {state.Regime.Population} trials each") + (state.Gaussian is { } gaussian
                ? string.Create(CultureInfo.InvariantCulture, $", step {gaussian.Step:G3}") : "");
}
