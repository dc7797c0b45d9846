using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace HyperTune.IntegrationTests.Packaging;

/// <summary>What is packed depends on the sources and not on the machine, and leads a debugger to them.</summary>
[Collection(PackageTestGroup.Name)]
public sealed class ReproducibleBuildTests(PackageFixture package)
{
    private const string Library = "lib/net10.0/HyperTune.dll";

    // In Debug the library that the tests run with keeps its paths.
#if !DEBUG
    [Fact]
    public void Library_is_byte_for_byte_the_one_that_was_built_elsewhere()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        Assert.Equal(File.ReadAllBytes(typeof(Study).Assembly.Location), Read(archive, Library));
    }
#endif

    [Fact]
    public void Symbols_are_those_of_the_library()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using ZipArchive symbols = ZipFile.OpenRead(package.SymbolsPath);
        using var library = new PEReader(new MemoryStream(Read(archive, Library)));
        Guid expected = library.ReadDebugDirectory()
            .Where(static entry => entry.Type == DebugDirectoryEntryType.CodeView)
            .Select(entry => library.ReadCodeViewDebugDirectoryData(entry).Guid)
            .Single();

        using MetadataReaderProvider provider = OpenSymbols(symbols);
        Assert.Equal(expected, new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    [Fact]
    public void Sources_are_named_by_their_place_in_the_repository()
    {
        using ZipArchive symbols = ZipFile.OpenRead(package.SymbolsPath);
        using MetadataReaderProvider provider = OpenSymbols(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        string[] sources = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
        Assert.Contains("/_/src/HyperTune/Studies/Study.cs", sources);
        Assert.All(sources, static source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));
    }

    [Fact]
    public void No_path_of_the_machine_is_in_the_package()
    {
        string[] paths = [Repository.Root.TrimEnd('/', '\\'), Path.GetDirectoryName(package.Feed)!, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)];
        foreach (string file in (string[])[package.PackagePath, package.SymbolsPath])
        {
            using ZipArchive archive = ZipFile.OpenRead(file);
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                byte[] content = Read(archive, entry.FullName);
                foreach (string path in paths.Where(static path => path.Length > 1))
                {
                    Assert.True(
                        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) < 0 && content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)) < 0,
                        $"{entry.FullName} has {path} in it.");
                }
            }
        }
    }

    private static MetadataReaderProvider OpenSymbols(ZipArchive symbols)
        => MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(symbols, Path.ChangeExtension(Library, ".pdb"))));

    private static byte[] Read(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
