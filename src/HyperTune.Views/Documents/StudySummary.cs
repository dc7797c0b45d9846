namespace HyperTune.Views.Documents;

/// <summary>A study in words, a sentence each.</summary>
internal static class StudySummary
{
    public static IEnumerable<string> Of(StudySource study) => study.BestReason is { } reason ? [reason] : [];
}
