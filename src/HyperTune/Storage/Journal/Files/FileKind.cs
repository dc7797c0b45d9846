namespace HyperTune.Storage.Journal.Files;

/// <summary>What an entry of a directory is.</summary>
internal enum FileKind
{
    /// <summary>A file.</summary>
    Regular,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link, wherever it points.</summary>
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,
}
