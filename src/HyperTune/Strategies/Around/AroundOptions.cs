namespace HyperTune;

/// <summary>How a search around a config goes on.</summary>
public sealed record AroundOptions
{
    /// <summary>What searches there.</summary>
    /// <value>By default <see cref="HyperTune.Strategy.Auto()"/>; for a finer grid <see cref="HyperTune.Strategy.Grid(int)"/>.</value>
    public Strategy Strategy
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Strategy));
    }
    = Strategy.Auto();

    /// <summary>
    /// Whether values without an order, of which none is near another one, are free: those of <see cref="ChoiceAttribute"/>, the cases of a conditional space and
    /// orders. Otherwise they are those of the config.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool FreeCategories { get; init; }
}
