namespace HyperTune.Views.Documents;

/// <summary>What kind of thing an artifact is, told from the end of its name. Nothing that a browser could run is anything but bytes.</summary>
internal static class MediaType
{
    public const string Bytes = "application/octet-stream";

    /// <summary>The media type of a file that pages show; <see cref="Bytes"/> of any other.</summary>
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".csv" => "text/csv",
        ".tsv" => "text/tab-separated-values",
        ".txt" or ".log" or ".md" => "text/plain",
        ".json" => "application/json",
        _ => Bytes,
    };
}
