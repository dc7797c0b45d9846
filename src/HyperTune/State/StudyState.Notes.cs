using System.Collections.Immutable;

namespace HyperTune.State;

/// <content>What is noted of the study.</content>
internal sealed partial class StudyState
{
    /// <summary>The study's notes by their names.</summary>
    public ImmutableSortedDictionary<string, string> Notes { get; private set; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private void Note(StudyNote note)
    {
        Notes = note.Text is { } text ? Notes.SetItem(note.Name, text) : Notes.Remove(note.Name);
        if (note is { Name: ScorePlan.NoteName, Text: { } plan })
        {
            Trials.ValidationRatio = new ScorePlan(plan).Ratio;
        }
    }
}
