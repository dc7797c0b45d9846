using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Storage.Payloads;

/// <summary>Outlines of search spaces as JSON.</summary>
internal static class OutlinePayload
{
    public static void Write(Utf8JsonWriter writer, SpaceOutline space)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", space.Fingerprint);
        writer.WriteStartArray("parameters");
        foreach (ParameterOutline parameter in space.Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("distribution", parameter.Distribution.Canonical);
            writer.WriteString("condition", parameter.Condition);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static SpaceOutline Read(ref Utf8JsonReader reader)
    {
        string fingerprint = "";
        var parameters = ImmutableArray.CreateBuilder<ParameterOutline>();
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            switch (member)
            {
                case "fingerprint":
                    fingerprint = reader.GetString()!;
                    break;
                case "parameters":
                    while (PayloadJson.NextElement(ref reader))
                    {
                        parameters.Add(ReadParameter(ref reader));
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new SpaceOutline(fingerprint, parameters.ToImmutable());
    }

    private static ParameterOutline ReadParameter(ref Utf8JsonReader reader)
    {
        string name = "";
        string distribution = "";
        string condition = "";
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            switch (member)
            {
                case "name":
                    name = reader.GetString()!;
                    break;
                case "distribution":
                    distribution = reader.GetString()!;
                    break;
                case "condition":
                    condition = reader.GetString()!;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new ParameterOutline(name, DistributionText.Parse(distribution), condition);
    }
}
