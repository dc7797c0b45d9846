using System.Collections.Immutable;

namespace HyperTune;

public sealed partial class StudyResult<T, TMetrics>
{
    /// <inheritdoc cref="StudyResult{T}.Stopping"/>
    public ImmutableArray<StoppingVerdict> Stopping => _inner.Stopping;
}
