using System.Collections.Immutable;

namespace HyperTune;

public sealed partial class StudyResult<T, TMetrics>
{
    /// <inheritdoc cref="StudyResult{T}.Hints"/>
    public ImmutableArray<StudyHint> Hints() => _inner.Hints();
}
