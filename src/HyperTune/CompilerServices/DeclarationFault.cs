using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>What all members do that are generated for a declaration with an error. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeclarationFault
{
    /// <summary>The exception for the use of a type whose declaration has an error, which is normally not reached, because the project does not compile.</summary>
    /// <param name="type">The type.</param>
    /// <param name="id">The error's id.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="page">The address of the page about the error.</param>
    public static InvalidOperationException Of(string type, string id, string message, string page)
        => new($"No code could be generated for '{type}', because its declaration has the error {id}: {message}. Read on at {page}");
}
