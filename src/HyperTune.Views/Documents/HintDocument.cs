using System.Text.Json;

namespace HyperTune.Views.Documents;

/// <summary>What a study suggests to do next.</summary>
internal static class HintDocument
{
    public static void Write(Utf8JsonWriter writer, StudySource study)
    {
        _ = study;
        writer.WriteStartArray("hints");
        writer.WriteEndArray();
    }
}
