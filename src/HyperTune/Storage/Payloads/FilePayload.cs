using System.Text.Json;
using HyperTune.State.Files;

namespace HyperTune.Storage.Payloads;

/// <summary>Artifacts and checkpoints as JSON: not their bytes, but what these have to be.</summary>
internal static class FilePayload
{
    public static void Write(Utf8JsonWriter writer, StoredFile file)
    {
        writer.WriteStartObject("file");
        if (file.Name is not null)
        {
            writer.WriteString("name", file.Name);
        }

        writer.WriteString("key", file.Key);
        writer.WriteNumber("length", file.Length);
        writer.WriteString("sha256", file.Hash);
        writer.WriteEndObject();
    }

    public static StoredFile Read(ref Utf8JsonReader reader)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        var file = new StoredFile(null, "", -1, "");
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            switch (member)
            {
                case "name":
                    file = file with { Name = PayloadJson.ReadText(ref reader) };
                    break;
                case "key":
                    file = file with { Key = PayloadJson.ReadText(ref reader) };
                    break;
                case "length":
                    file = file with { Length = reader.GetInt64() };
                    break;
                case "sha256":
                    file = file with { Hash = PayloadJson.ReadText(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return file;
    }
}
