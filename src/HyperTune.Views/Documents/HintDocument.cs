using System.Collections.Immutable;
using System.Text.Json;

namespace HyperTune.Views.Documents;

/// <summary>What a study suggests to do next.</summary>
internal static class HintDocument
{
    public static void Write(Utf8JsonWriter writer, ImmutableArray<StudyHint> hints)
    {
        writer.WriteStartArray("hints");
        foreach (StudyHint hint in hints)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", $"{hint.Kind}");
            writer.WriteString("title", TitleOf(hint));
            writer.WriteString("text", hint.Text);
            writer.WriteString("change", hint.Change.Length == 0 ? null : hint.Change);
            ParameterDocument.Nullable(writer, "parameter", hint.Parameter?.Index);
            writer.WriteStartArray("trials");
            foreach (int number in hint.Trials)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string TitleOf(StudyHint hint) => hint.Kind switch
    {
        StudyHintKind.BindingBound => $"Widen {hint.Parameter!.Name}",
        StudyHintKind.UnimportantParameter => $"Fix {hint.Parameter!.Name}",
        StudyHintKind.BetterDefault => "Use the best as the defaults",
        StudyHintKind.RepeatBest => "Repeat before you choose",
        StudyHintKind.FailuresInCommon => "Rule out what fails",
        StudyHintKind.MoreTrials => "More trials would gain something",
        StudyHintKind.FewerTrials => "Fewer trials would have done",
        _ => $"{hint.Kind}",
    };
}
