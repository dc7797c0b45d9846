using System.Globalization;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>L-SHADE at work in one study.</summary>
internal sealed class DifferentialEvolutionRun : StrategyRun
{
    private const ulong DrawSalt = 0x4F8E02B6A1D97C35UL;
    private const int MostAttempts = 100;

    private readonly UnitCube _cube;
    private readonly ulong _seed;
    private readonly DifferentialVariation _variation;
    private readonly Generations<DifferentialState> _generations;
    private readonly NewConfigs _configs;
    private readonly double[] _point;
    private string? _explanation;

    public DifferentialEvolutionRun(StrategyContext context, DifferentialEvolutionOptions options)
    {
        _cube = new UnitCube(context.Space);
        _seed = RandomStream.Mix(context.Seed ^ DrawSalt);
        _variation = new DifferentialVariation(_cube);
        var process = new DifferentialEvolutionProcess(_cube, options, _variation, StreamOf, context);
        _generations = new Generations<DifferentialState>(_cube, process, context.ObjectiveCount);
        _configs = new NewConfigs(_cube, context.Seed, options.StartWithDefault);
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

        DifferentialState state = _generations.Current();
        if (state.Order.Length == 0)
        {
            _explanation = "evenly spread trials to start with";
            if (_configs.TryDesign(trialNumber, vector))
            {
                return true;
            }
        }

        RandomStream random = StreamOf(trialNumber);
        for (int attempt = 0; state.Order.Length > 0 && _point.Length > 0 && attempt < MostAttempts; attempt++)
        {
            _variation.Create(state, trialNumber, ref random, _point);
            _cube.Decode(_point, vector);
            if (_configs.MayTry(vector))
            {
                _explanation = string.Create(CultureInfo.InvariantCulture, $"against one of {state.Members.Length} members, {state.Archive.Length} more in the archive");
                return true;
            }
        }

        _explanation = "an untried config, at random";
        _configs.FillAnywhere(ref random, vector);
        return true;
    }

    private RandomStream StreamOf(int trialNumber) => new(_seed, (ulong)trialNumber);
}
