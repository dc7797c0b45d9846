using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.Studies.Engine;

/// <summary>What somebody wants of the processes that run a study, whichever they are: kept as notes, which all of them read before each trial.</summary>
internal static class StudyWishes
{
    /// <summary>The note that asks runs to end; it says when somebody asked last.</summary>
    public const string StopNote = "hypertune:stop";

    /// <summary>The note of the trials that the study may have beyond the budgets of its runs.</summary>
    public const string MoreTrialsNote = "hypertune:more_trials";

    /// <summary>When somebody asked last for an end; <see langword="null"/> for never.</summary>
    public static string? StopOf(ImmutableSortedDictionary<string, string> notes) => notes.GetValueOrDefault(StopNote);

    /// <summary>How many trials the study may have beyond the budgets of its runs; what is no number counts for none.</summary>
    public static int MoreTrialsOf(ImmutableSortedDictionary<string, string> notes)
        => notes.TryGetValue(MoreTrialsNote, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int more) ? more : 0;

    /// <summary>The text of a wish to stop: no other wish has the same.</summary>
    public static string StopText(DateTime now) => string.Create(CultureInfo.InvariantCulture, $"{now:O} {Guid.NewGuid():N}");
}
