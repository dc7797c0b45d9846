namespace HyperTune;

public sealed partial class Trial<T, TMetrics>
{
    /// <inheritdoc cref="Trial{T}.CancellationToken"/>
    public CancellationToken CancellationToken => Inner.CancellationToken;
}
