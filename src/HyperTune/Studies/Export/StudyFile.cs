using System.Text;
using System.Text.Json;

namespace HyperTune.Studies.Export;

/// <summary>The file that a study's trials are saved to.</summary>
internal static class StudyFile
{
    /// <summary>Writes the form that the file's extension asks for; only when all of it is there, so that a mistake leaves no half file.</summary>
    /// <exception cref="ArgumentException">The path ends neither in .csv nor in .json.</exception>
    public static async Task SaveAsync(string path, Action<TextWriter> writeCsv, Action<Utf8JsonWriter> writeJson, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var content = new MemoryStream();
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csv":
                var text = new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                await using (text.ConfigureAwait(false))
                {
                    writeCsv(text);
                }

                break;
            case ".json":
                var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true });
                await using (json.ConfigureAwait(false))
                {
                    writeJson(json);
                }

                break;
            default:
                throw new ArgumentException($"'{path}' ends neither in .csv nor in .json.", nameof(path));
        }

        await File.WriteAllBytesAsync(path, content.ToArray(), cancellationToken).ConfigureAwait(false);
    }
}
