namespace HyperTune.Strategies.Common;

/// <summary>What an evolutionary strategy does from generation to generation. A state is never changed, only followed by another.</summary>
/// <typeparam name="TState">What the trials of a generation are drawn from.</typeparam>
internal interface IEvolution<TState>
{
    /// <summary>The state before the first generation.</summary>
    /// <param name="given">The trials before the strategy's first that it did not choose, in the order of their numbers.</param>
    TState Begin(ReadOnlySpan<RankedTrial> given);

    /// <summary>How many trials end a generation; at least 1.</summary>
    int SizeOf(TState state);

    /// <summary>The state that follows from the results of a generation.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="trials">The trials in the order of their numbers: as many chosen by the strategy as <see cref="SizeOf"/> says, and what was given between them.</param>
    TState Next(TState state, ReadOnlySpan<RankedTrial> trials);
}
