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
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        string fingerprint = "";
        var parameters = new OutlineParameters();
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            switch (member)
            {
                case "fingerprint":
                    fingerprint = PayloadJson.ReadText(ref reader);
                    break;
                case "parameters":
                    PayloadJson.Expect(ref reader, JsonTokenType.StartArray);
                    while (PayloadJson.NextElement(ref reader))
                    {
                        ReadParameter(ref reader, parameters);
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new SpaceOutline(fingerprint, parameters.ToImmutable());
    }

    private static void ReadParameter(ref Utf8JsonReader reader, OutlineParameters parameters)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        string name = "";
        string distribution = "";
        string condition = "";
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            switch (member)
            {
                case "name":
                    name = PayloadJson.ReadText(ref reader);
                    break;
                case "distribution":
                    distribution = PayloadJson.ReadText(ref reader);
                    break;
                case "condition":
                    condition = PayloadJson.ReadText(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        parameters.Add(name, distribution, condition);
    }
}
