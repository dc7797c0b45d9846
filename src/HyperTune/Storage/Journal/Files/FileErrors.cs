namespace HyperTune.Storage.Journal.Files;

/// <summary>Tells apart what an <see cref="IOException"/> can mean, by the error numbers of the operating systems.</summary>
internal static class FileErrors
{
    private const int FileExists = 17;
    private const int FileExistsOnWindows = unchecked((int)0x80070050);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    /// <summary>Whether a new file could not be made because there is an entry of that name.</summary>
    public static bool IsExistingEntry(IOException exception) => exception.HResult is FileExists or FileExistsOnWindows;

    /// <summary>Whether somebody has the file open and keeps all others away from it.</summary>
    public static bool IsInUse(IOException exception) => exception.HResult is WouldBlock or WouldBlockOnMac or SharingViolationOnWindows;
}
