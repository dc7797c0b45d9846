using System.Globalization;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>L-SHADE at work in one study.</summary>
internal sealed class DifferentialEvolutionRun : GenerationalRun<DifferentialState>
{
    private const ulong DrawSalt = 0x4F8E02B6A1D97C35UL;
    private const int MostAttempts = 100;

    private readonly DifferentialVariation _variation;
    private readonly double[] _point;

    public DifferentialEvolutionRun(StrategyContext context, DifferentialEvolutionOptions options)
        : base(context, options.StartWithDefault, DrawSalt)
    {
        _variation = new DifferentialVariation(Cube);
        var process = new DifferentialEvolutionProcess(Cube, options, _variation, StreamOf, context);
        Generations = new Generations<DifferentialState>(Cube, process, context.ObjectiveCount);
        _point = new double[Cube.Dimensions.Length];
    }

    protected override Generations<DifferentialState> Generations { get; }

    protected override bool WantsDesign(DifferentialState state) => state.Order.Length == 0;

    protected override string? TryDraw(DifferentialState state, int trialNumber, ref RandomStream random, Span<double> vector)
    {
        for (int attempt = 0; state.Order.Length > 0 && _point.Length > 0 && attempt < MostAttempts; attempt++)
        {
            _variation.Create(state, trialNumber, ref random, _point);
            Cube.Decode(_point, vector);
            if (Configs.MayTry(vector))
            {
                return string.Create(CultureInfo.InvariantCulture, $"against one of {state.Members.Length} members, {state.Archive.Length} more in the archive");
            }
        }

        return null;
    }
}
