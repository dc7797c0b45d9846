namespace HyperTune.Generators.Tests.Architecture;

/// <summary>A source file, by its path below the project.</summary>
internal readonly record struct NamedFile(string Path)
{
    /// <summary>The folder that holds the file: <c>Storage/Journal/Files</c>.</summary>
    public string Room => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>The first part of the room: <c>Storage</c>.</summary>
    public string TopRoom => Room.Split('/')[0];

    /// <summary>The first two parts of the room, <c>Storage/Journal</c>; the top room for files that lie in it.</summary>
    public string InnerRoom => string.Join('/', Room.Split('/').Take(2));

    public override string ToString() => $"{System.IO.Path.GetFileName(Path)} ({Room})";
}
