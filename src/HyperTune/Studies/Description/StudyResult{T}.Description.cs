using HyperTune.Studies.Description;

namespace HyperTune;

public sealed partial class StudyResult<T>
{
    /// <summary>
    /// What came of the study, in plain sentences: how many trials ended how, the best one and how sure that is, what it gains over the type's default config where
    /// that was tried, when it came, which parameters mattered, what pruning saved, and what went wrong.
    /// </summary>
    /// <remarks>
    /// The same for the same trials, whatever the culture. The first call looks at all trials, and asks for <see cref="Best"/> and <see cref="Importance"/>, with
    /// what these cost; which parameters mattered is told from an even share of 5,000 where more trials completed.
    /// </remarks>
    /// <returns>A sentence or two a line; there is no line break at the end, and nothing in it commands a terminal.</returns>
    public string Describe() => string.Join('\n', new ResultDescription<T>(this).Sentences());

    /// <summary>How many trials were stopped early, and what that saved, also where this study has no pruner.</summary>
    internal string? DescribePruning() => _study.Engine.Reading.CountPruned(_moment).Describe(null);
}
