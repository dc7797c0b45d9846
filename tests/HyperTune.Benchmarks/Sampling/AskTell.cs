namespace HyperTune.Benchmarks;

/// <summary>Random search asked and told: a suggestion, its announcement and its result, without a study around it.</summary>
internal sealed class AskTell : Workload
{
    private const ulong Seed = 7;

    private static readonly double[] Values = [1];

    private readonly double[] _vector = new double[SamplingConfig.Space.DimensionCount];
    private readonly StrategyRun _run = Strategy.Random().Start(new StrategyContext { Space = SamplingConfig.Space, Seed = Seed });
    private int _number;

    public override string Name => "Strategy.Random(): ask and tell";

    public override void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int number = _number++;
            _run.TrySuggest(number, _vector, CancellationToken.None);
            _run.Announce(number, _vector);
            _run.Tell(new TrialResult { Number = number, Vector = _vector, State = TrialState.Completed, Values = Values });
        }
    }
}
