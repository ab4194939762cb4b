namespace AddUserToGroup.Packaging.Sbom;

/// <summary>
/// The packages that the function has to consist of. It takes the place of a lock file, which would be wrong on one of the
/// two kinds of feed and, as .NET's own packages are listed there, with every other SDK.
/// </summary>
internal static class FunctionClosures
{
    private static readonly PinnedPackage[] OfTheSdk =
    [
        new("AWSSDK.Core", "4.1.0", "7a4eOI65Mn4dzc9kmRiI+y3EiS80NCMnu/j3ZR9H2dyO3d597eVPVV+ClzSFXnQkA0r8n2iig+Vg/Q/mozh5MQ=="),
        new("AWSSDK.Extensions.Numerics", "4.1.0", "hhoiXT1aUyVgIiQbQoqG3L1EEneqXDh2GKyH5izUlO6Rzi9GAAi8S6mlLiVwow23+EGg77zHjdmUi+ia3RSUTg=="),
        new("System.IO.Hashing", "11.0.0", "U+Bv2qCYt6eONi+arSP0QIp4uTO6os6uceBsqiAwruZ+Wo2HrRhO/0tj38M9URJtS+4DhAtT3ka2TGNFYsnhyQ=="),
    ];

    public static IReadOnlyList<PinnedPackage> OfAmazonPackages { get; } =
    [
        new("Amazon.Lambda.Core", "3.2.0", null),
        new("Amazon.Lambda.RuntimeSupport", "2.1.2", null),
        new("Amazon.Lambda.Serialization.SystemTextJson", "3.0.0", null),
        new("AWSSDK.CognitoIdentityProvider", "4.0.9", null),
        .. OfTheSdk,
        // Of Amazon.Lambda.RuntimeSupport.
        new("SnapshotRestore.Registry", "1.0.2", null),
    ];

    public static IReadOnlyList<PinnedPackage> WithStandIns => OfTheSdk;

    /// <summary>Compares name, version and, where it is known, content.</summary>
    /// <param name="resolved">The packages of the function, without the runtime.</param>
    /// <param name="pinned">The packages that it has to consist of.</param>
    /// <param name="isRelease">Where it is, no content may be unknown.</param>
    /// <exception cref="PackagingException">They differ; the message names the first that does.</exception>
    public static void AssertPinned(
        IReadOnlyList<ShippedPackage> resolved, IReadOnlyList<PinnedPackage> pinned, bool isRelease)
    {
        foreach (var package in resolved)
        {
            var pin = pinned.SingleOrDefault(pin => pin.Name == package.Name && pin.Version == package.Version)
                ?? throw new PackagingException($"{package.Name} {package.Version} is not one of the function's packages.");
            if (pin.ContentHash is null ? isRelease : pin.ContentHash != package.ContentHash)
            {
                throw new PackagingException(
                    $"{package.Name} {package.Version} has the content {package.ContentHash}, which FunctionClosures.cs does "
                    + "not name: compare it with another source before you write it there.");
            }
        }

        if (pinned.FirstOrDefault(pin => resolved.All(package => package.Name != pin.Name)) is { } absent)
        {
            throw new PackagingException($"{absent.Name} {absent.Version} is missing.");
        }
    }
}
