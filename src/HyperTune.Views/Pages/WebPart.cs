using System.Reflection;
using System.Text;

namespace HyperTune.Views.Pages;

/// <summary>The script and the style of the pages, as they were bundled when this assembly was built.</summary>
internal static class WebPart
{
    private static readonly Assembly Home = typeof(WebPart).Assembly;

    /// <summary>Whether the assembly was built with them; that takes Node.</summary>
    public static bool IsBuiltIn => Home.GetManifestResourceInfo("report.js") is not null;

    /// <summary>The licences of the libraries in the script.</summary>
    public static string Licences => Read("licences.txt");

    /// <summary>A script or a style.</summary>
    /// <param name="name">Its file's name, for instance <c>report.js</c>.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static string Read(string name)
    {
        using Stream? resource = Home.GetManifestResourceStream(name);
        if (resource is null)
        {
            throw new InvalidOperationException(
                $"This HyperTune.Views was built without its web part ('{name}' is missing): Node and npm were not there when it was built. Install them and build again.");
        }

        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
