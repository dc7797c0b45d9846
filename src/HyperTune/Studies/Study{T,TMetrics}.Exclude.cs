namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.ExcludeAsync"/>
    public ValueTask ExcludeAsync(int number, string reason, CancellationToken cancellationToken = default)
        => _study.ExcludeAsync(number, reason, cancellationToken);

    /// <inheritdoc cref="Study{T}.IncludeAsync"/>
    public ValueTask IncludeAsync(int number, CancellationToken cancellationToken = default) => _study.IncludeAsync(number, cancellationToken);
}
