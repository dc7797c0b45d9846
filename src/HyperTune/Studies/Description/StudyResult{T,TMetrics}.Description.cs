namespace HyperTune;

public sealed partial class StudyResult<T, TMetrics>
{
    /// <summary>
    /// What came of the study, in plain sentences: how many trials ended how; the front and its ends, or with one objective the best trial and how sure that is; whether
    /// the type's default config was tried and what is gained over it; when the best came, which parameters mattered, what pruning saved, and what went wrong.
    /// </summary>
    /// <remarks><inheritdoc cref="StudyResult{T}.Describe()" path="/remarks/node()"/></remarks>
    /// <returns><inheritdoc cref="StudyResult{T}.Describe()" path="/returns/node()"/></returns>
    public string Describe() => _inner.Describe();
}
