using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>
/// What evolutionary strategies have in common at work: the default config first, evenly spread ones where they are wanted, then draws from the state that the
/// generations have led to, and an untried config at random where none of these may be suggested.
/// </summary>
/// <typeparam name="TState">What the trials of a generation are drawn from.</typeparam>
internal abstract class GenerationalRun<TState> : StrategyRun
    where TState : class
{
    private string? _explanation;

    public sealed override string? Explanation => _explanation;

    /// <param name="context">What the study tells in advance.</param>
    /// <param name="startWithDefault">Whether the default config comes first.</param>
    /// <param name="salt">Keeps the draws apart from those of other strategies.</param>
    protected GenerationalRun(StrategyContext context, bool startWithDefault, ulong salt)
    {
        Cube = new UnitCube(context.Space);
        Seed = RandomStream.Mix(context.Seed ^ salt);
        Configs = new NewConfigs(Cube, context.Seed, startWithDefault);
    }

    /// <summary>The space.</summary>
    protected UnitCube Cube { get; }

    /// <summary>The seed of all draws.</summary>
    protected ulong Seed { get; }

    /// <summary>Which configs may be suggested.</summary>
    protected NewConfigs Configs { get; }

    /// <summary>The generations of ended trials.</summary>
    protected abstract Generations<TState> Generations { get; }

    internal sealed override bool IsStarting => WantsDesign(Generations.Current());

    public sealed override void Announce(int trialNumber, ReadOnlySpan<double> vector) => Configs.Add(vector);

    public sealed override void Tell(in TrialResult result)
    {
        Configs.Add(result.Vector.Span);
        Generations.Tell(in result);
    }

    public sealed override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[..Cube.Space.DimensionCount];
        if (Configs.TryStart(vector))
        {
            _explanation = "the default config to start with";
            return true;
        }

        TState state = Generations.Current();
        if (WantsDesign(state) && Configs.TryDesign(trialNumber, vector))
        {
            _explanation = "evenly spread trials to start with";
            return true;
        }

        RandomStream random = StreamOf(trialNumber);
        _explanation = TryDraw(state, trialNumber, ref random, vector);
        if (_explanation is null)
        {
            _explanation = "an untried config, at random";
            Configs.FillAnywhere(ref random, vector);
        }

        return true;
    }

    /// <summary>The source of a trial's draws.</summary>
    protected RandomStream StreamOf(int trialNumber) => new(Seed, (ulong)trialNumber);

    /// <summary>Whether the next trial is to be one of those that spread evenly.</summary>
    protected virtual bool WantsDesign(TState state) => false;

    /// <summary>Draws the config of a trial.</summary>
    /// <param name="state">What to draw from.</param>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="random">The trial's randomness.</param>
    /// <param name="vector">Receives the config, one that may be suggested.</param>
    /// <returns>What was done, in words; <see langword="null"/> when no draw may be suggested.</returns>
    protected abstract string? TryDraw(TState state, int trialNumber, ref RandomStream random, Span<double> vector);
}
