namespace HyperTune.IntegrationTests;

public sealed class TemporaryDirectoryTests
{
    [Fact]
    public void Directory_is_gone_with_its_files_after_disposal()
    {
        string file;
        using (var directory = new TemporaryDirectory())
        {
            file = directory.Write("a/b.txt", "text");
            Assert.True(File.Exists(file));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(Path.GetDirectoryName(file))));
    }
}
